#pragma once

#include <sys/types.h>

#include <filesystem>

namespace voronka::testing {

// A new folder for a test's programs. However the test process ends, the programs noted in the folder are killed, and
// then it is removed.
class Janitor {
 public:
  Janitor();
  ~Janitor();
  Janitor(const Janitor&) = delete;
  Janitor& operator=(const Janitor&) = delete;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  const std::filesystem::path folder_;
  // While this end is open, the janitor waits.
  int pipe_ = -1;
  pid_t program_ = -1;
};

// Notes in the folder, in one file for each name, which program to kill.
void NoteRunning(const std::filesystem::path& folder, const std::string& name, pid_t program);
void ForgetRunning(const std::filesystem::path& folder, const std::string& name);

}  // namespace voronka::testing
