// A console that behaves like an app on a phone: shows the user's notifications and takes their answers. See README.md.
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <thread>

#include "answers.h"
#include "channel.h"
#include "device.h"
#include "inbox.h"
#include "refusal.h"

namespace {

constexpr char kDevice[] = "C++ example";

// `--name value`, over these defaults.
std::map<std::string, std::string> Options(int argc, char** argv) {
  std::map<std::string, std::string> options = {{"--crm", "127.0.0.1:7701"},
                                                {"--notifier", "127.0.0.1:7703"},
                                                {"--login", "boris@demo.voronka"},
                                                {"--password", "voronka-demo"}};
  for (int i = 1; i + 1 < argc; i += 2) options[argv[i]] = argv[i + 1];
  return options;
}

void Say(const std::string& done, const grpc::Status& status) {
  std::cout << (status.ok() ? done : "refused: " + RefusalText(status)) << std::endl;
}

// `15`, `0.5`.
std::chrono::seconds Minutes(const std::string& text) {
  return std::chrono::seconds(std::lround(60 * std::strtod(text.c_str(), nullptr)));
}

// `take 12`, `complete 12 Договорились`, `snooze 12 15`, `hide 12`.
void Answer(const std::string& line, Inbox& inbox, Answers& answers) {
  std::istringstream words(line);
  std::string verb;
  int64_t id = 0;
  std::string rest;
  words >> verb >> id >> std::ws;
  std::getline(words, rest);
  const auto shown = inbox.Shown(id);
  if (!shown) {
    std::cout << "no such notification is shown" << std::endl;
  } else if (verb == "take") {
    Say("taken", answers.Take(*shown));
  } else if (verb == "complete") {
    Say("completed", answers.Complete(*shown, rest));
  } else if (verb == "snooze") {
    Say("snoozed", answers.Snooze(*shown, Minutes(rest)));
  } else if (verb == "hide") {
    Say("hidden", answers.Hide(*shown));
  } else {
    std::cout << "take N | complete N RESULT | snooze N MINUTES | hide N" << std::endl;
  }
}

}  // namespace

int main(int argc, char** argv) {
  auto options = Options(argc, argv);
  // In production, one address serves all, with TLS.
  const bool tls = options.contains("--server");
  const auto crm = OpenChannel(options[tls ? "--server" : "--crm"], tls);
  const auto notifier = OpenChannel(options[tls ? "--server" : "--notifier"], tls);

  Session session(crm);
  if (const auto status = session.LogIn(options["--login"], options["--password"], kDevice); !status.ok()) {
    std::cerr << "cannot log in: " << RefusalText(status) << std::endl;
    return 1;
  }
  std::cout << "logged in as " << session.user_name() << std::endl;
  if (options.contains("--push-token")) {
    Say("push token registered", RegisterPushToken(notifier, session, options["--push-token"], kDevice));
  }

  Inbox inbox(notifier, session, CursorFile(options["--cursor-file"]));
  Answers answers(crm, notifier, session);
  std::thread follower([&] { inbox.Follow(); });
  for (std::string line; std::getline(std::cin, line);) Answer(line, inbox, answers);
  inbox.Stop();
  follower.join();
}
