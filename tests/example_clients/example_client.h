#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/janitor.h"

namespace voronka::testing {

// A program of `clients` and whoever sits in front of it: types lines and reads what it prints.
class ExampleClient {
 public:
  explicit ExampleClient(std::vector<std::string> command);
  ~ExampleClient();
  ExampleClient(const ExampleClient&) = delete;
  ExampleClient& operator=(const ExampleClient&) = delete;

  // A folder that goes with this object.
  const std::filesystem::path& folder() const { return janitor_.folder(); }

  // With further arguments. What it printed before stays.
  void Start(const std::vector<std::string>& arguments);
  // Like a phone that is switched off.
  void Kill9();
  // Ends its input and returns its exit status.
  int Finish();

  void Type(const std::string& line) const;

  // How many lines begin with this text.
  int Count(const std::string& beginning) const;
  // Waits for so many such lines.
  bool Await(const std::string& beginning, int lines = 1) const;
  // Waits for a notification whose text has these words. Its number, or nothing.
  std::optional<int64_t> AwaitShown(const std::string& words) const;
  // How often one with these words was shown.
  int CountShown(const std::string& words) const;

  std::string Printed() const;

 private:
  std::filesystem::path Log() const { return janitor_.folder() / "client.log"; }
  std::vector<std::string> Lines() const;

  const Janitor janitor_;
  const std::vector<std::string> command_;
  int input_ = -1;
  pid_t program_ = -1;
};

}  // namespace voronka::testing
