#include "tests/example_clients/example_client.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/eventually.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

constexpr char kName[] = "client";
constexpr char kShow[] = "show #";

bool Shows(const std::string& line, const std::string& words) {
  return line.starts_with(kShow) && line.find(words) != std::string::npos;
}

}  // namespace

ExampleClient::ExampleClient(std::vector<std::string> command) : command_(std::move(command)) {}

ExampleClient::~ExampleClient() {
  Kill9();
  if (::testing::Test::HasFailure()) std::cerr << Printed();
}

void ExampleClient::Start(const std::vector<std::string>& arguments) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  auto command = command_;
  command.insert(command.end(), arguments.begin(), arguments.end());
  program_ = StartProgram(command, Log(), ends[0]);
  NoteRunning(janitor_.folder(), kName, program_);
  close(ends[0]);
  input_ = ends[1];
}

void ExampleClient::Kill9() {
  if (program_ < 0) return;
  kill(program_, SIGKILL);
  Finish();
}

int ExampleClient::Finish() {
  close(input_);
  const int status = AwaitProgram(program_);
  ForgetRunning(janitor_.folder(), kName);
  program_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void ExampleClient::Type(const std::string& line) const {
  const std::string typed = line + "\n";
  EXPECT_EQ(write(input_, typed.data(), typed.size()), static_cast<ssize_t>(typed.size()));
}

int ExampleClient::Count(const std::string& beginning) const {
  return static_cast<int>(
      std::ranges::count_if(Lines(), [&](const auto& line) { return line.starts_with(beginning); }));
}

bool ExampleClient::Await(const std::string& beginning, int lines) const {
  return Eventually([&] { return Count(beginning) >= lines; });
}

std::optional<int64_t> ExampleClient::AwaitShown(const std::string& words) const {
  std::optional<int64_t> number;
  Eventually([&] {
    for (const auto& line : Lines()) {
      if (Shows(line, words)) number = std::stoll(line.substr(std::size(kShow) - 1));
    }
    return number.has_value();
  });
  return number;
}

int ExampleClient::CountShown(const std::string& words) const {
  return static_cast<int>(std::ranges::count_if(Lines(), [&](const auto& line) { return Shows(line, words); }));
}

std::string ExampleClient::Printed() const {
  std::ifstream file(Log());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> ExampleClient::Lines() const {
  std::ifstream file(Log());
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

}  // namespace voronka::testing
