#include "client/command_line/password_prompt.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace voronka::command_line {
namespace {

// Turns off the terminal's echo while it lives. Ctrl-C reads as an ordinary character, so that nobody can leave the
// terminal without echo.
class HiddenInput {
 public:
  HiddenInput() : terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    if (terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }
  ~HiddenInput() {
    if (terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  HiddenInput(const HiddenInput&) = delete;
  HiddenInput& operator=(const HiddenInput&) = delete;

 private:
  termios before_ = {};
  const bool terminal_;
};

}  // namespace

std::string AskForPassword(std::ostream& prompts, const std::string& prompt) {
  prompts << prompt << std::flush;
  std::string password;
  {
    const HiddenInput hidden;
    std::getline(std::cin, password);
  }
  prompts << std::endl;
  return password;
}

}  // namespace voronka::command_line
