#pragma once

#include <cctz/time_zone.h>
#include <fmt/format.h>

#include <chrono>
#include <ostream>
#include <string>
#include <string_view>

#include "demo/story/moment.h"
#include "demo/story/text.h"

namespace voronka::demo {

// Tells the story as it happens, each line with the time since the beginning.
class Narrator {
 public:
  Narrator(std::ostream& out, Language language, const cctz::time_zone& zone);

  // Formats `text`: durations in seconds, moments as the account's wall clock shows them.
  template <class... Args>
  std::string Say(Text text, const Args&... args) const {
    return fmt::format(fmt::runtime(text.In(language_)), Shown(args)...);
  }

  template <class... Args>
  void Headline(Text text, const Args&... args) {
    Print("{}\n", Say(text, args...));
  }
  void Chapter(Text title);
  // Tells what has just happened.
  template <class... Args>
  void Tell(Text text, const Args&... args) {
    Print("{:>12}  {}\n", Shown(Now() - begin_), Say(text, args...));
  }
  // Tells what is on record as having happened at `moment`.
  void Record(Moment moment, std::string_view entry);

 private:
  template <class T>
  static const T& Shown(const T& value) {
    return value;
  }
  std::string Shown(std::chrono::microseconds duration) const;
  std::string Shown(Moment moment) const;

  template <class... Args>
  void Print(fmt::format_string<const Args&...> format, const Args&... args) {
    out_ << fmt::format(format, args...) << std::flush;
  }

  std::ostream& out_;
  Language language_;
  cctz::time_zone zone_;
  Moment begin_ = Now();
  int chapter_ = 0;
};

}  // namespace voronka::demo
