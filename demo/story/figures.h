#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>

namespace voronka::demo {

// The times that the story has measured, to compare with what is promised.
class Figures {
 public:
  // A name ends in what was measured, for example `reclaim_late`.
  void Note(const std::string& name, std::chrono::microseconds duration) { seconds_[name] = Seconds(duration); }

  // JSON: {"passed": …, "seconds": {name: seconds, …}}.
  void Write(const std::filesystem::path& file, bool passed) const;

 private:
  static double Seconds(std::chrono::microseconds duration) { return std::chrono::duration<double>(duration).count(); }

  std::map<std::string, double> seconds_;
};

}  // namespace voronka::demo
