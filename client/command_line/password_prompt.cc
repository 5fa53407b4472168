#include "client/command_line/password_prompt.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace voronka::command_line {
namespace {

// While it lives, the terminal does not show what is typed. Ctrl-C reads as a letter, so that nobody leaves the
// terminal so.
class Unseen {
 public:
  Unseen() : terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    termios unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    if (terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
  }
  ~Unseen() {
    if (terminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_ = {};
  const bool terminal_;
};

}  // namespace

std::string AskForPassword(std::ostream& prompts, const std::string& prompt) {
  prompts << prompt << std::flush;
  std::string password;
  {
    const Unseen unseen;
    std::getline(std::cin, password);
  }
  prompts << std::endl;
  return password;
}

}  // namespace voronka::command_line
