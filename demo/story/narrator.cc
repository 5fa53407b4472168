#include "demo/story/narrator.h"

#include <algorithm>

namespace voronka::demo {

Narrator::Narrator(std::ostream& out, Language language, const cctz::time_zone& zone)
    : out_(out), language_(language), zone_(zone) {}

void Narrator::Chapter(Text title) { Print("\n{:>2}. {}\n", ++chapter_, title.In(language_)); }

void Narrator::Record(Moment moment, std::string_view entry) { Print("{:>16}  {}\n", Shown(moment), entry); }

std::string Narrator::Shown(std::chrono::microseconds duration) const {
  std::string seconds = fmt::format("{:.3f}", std::chrono::duration<double>(duration).count());
  if (language_ == Language::kEnglish) return seconds + " s";
  std::ranges::replace(seconds, '.', ',');
  return seconds + " с";
}

std::string Narrator::Shown(Moment moment) const { return cctz::format("%H:%M:%E3S", moment, zone_); }

}  // namespace voronka::demo
