#include "tests/notifier/push/vendors/vendor_servers.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <stdexcept>

#include "foundation/security/base64url.h"
#include "foundation/security/key_files.h"
#include "tests/support/certificates.h"
#include "tests/support/eventually.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

namespace fs = std::filesystem;

void OpenSsl(std::vector<std::string> command) {
  command.insert(command.begin(), "openssl");
  if (AwaitProgram(StartProgram(command, "/dev/null")) != 0) throw std::runtime_error("openssl failed");
}

// As an editor or a deployment does: nobody sees half of a file.
void Replace(const fs::path& file, const std::string& text) {
  const fs::path next = file.string() + ".next";
  std::ofstream(next) << text;
  fs::permissions(next, fs::perms::owner_read | fs::perms::owner_write);
  fs::rename(next, file);
}

}  // namespace

VendorServers::VendorServers() {
  for (const std::string name : {"vapid", "apple"}) MakeKey(name);
  const auto certificate = Authority(folder_ / "", "authority").Sign("server");
  Start();
  if (!Eventually([this] { return !Lines().empty(); })) throw std::runtime_error("the services do not start");
  hello_ = Lines().front();
  MakeAccount();
}

VendorServers::~VendorServers() {
  ComeBack();
  close(input_);
  AwaitProgram(process_);
}

void VendorServers::Start() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  input_ = ends[1];
  process_ = StartProgram({"node", VORONKA_PUSH_SERVICES, (folder_ / "").string()}, File("log"), ends[0]);
  close(ends[0]);
}

void VendorServers::GoDown() const { kill(process_, SIGSTOP); }

void VendorServers::ComeBack() const { kill(process_, SIGCONT); }

std::string VendorServers::address(const std::string& service) const {
  return fmt::format("127.0.0.1:{}", hello_.at("ports").at(service).get<int>());
}

config::v1::Push VendorServers::Firebase() const {
  config::v1::Push push;
  push.mutable_fcm()->set_service_account_file(File("google.json"));
  push.mutable_fcm()->set_endpoint("http://" + address("fcm"));
  return push;
}

std::string VendorServers::SubscriptionKey(const std::string& name) const {
  return security::DecodeBase64Url(hello_.at("subscription").at(name).get<std::string>());
}

void VendorServers::MakeKey(const std::string& name) const {
  const fs::path key = folder_ / (name + ".new");
  const fs::path public_key = folder_ / (name + ".new.pub");
  security::GenerateKeyPair(key, public_key);
  fs::rename(public_key, folder_ / (name + ".pub"));
  fs::rename(key, folder_ / (name + ".key"));
}

void VendorServers::MakeAccount(const std::string& word) const {
  OpenSsl({"genrsa", "-out", File("google.key"), "2048"});
  OpenSsl({"pkey", "-in", File("google.key"), "-pubout", "-out", File("google.pub")});
  Write("google.json", Json{{"type", "service_account"},
                            {"project_id", "voronka"},
                            {"client_email", word + "@example.com"},
                            {"private_key_id", "key-1"},
                            {"private_key", folder_.Read("google.key")},
                            {"token_uri", "http://" + address("fcm") + "/token"}}
                           .dump());
}

void VendorServers::Write(const std::string& name, const std::string& text) const { Replace(folder_ / name, text); }

std::vector<Json> VendorServers::Received(const std::string& service) const {
  std::vector<Json> received;
  for (const Json& line : Lines()) {
    if (line.value("service", "") == service) received.push_back(line);
  }
  return received;
}

std::vector<Json> VendorServers::Lines() const {
  std::vector<Json> lines;
  const std::string log = folder_.Read("log");
  for (size_t start = 0, end = log.find('\n'); end != std::string::npos; end = log.find('\n', start)) {
    const std::string line = log.substr(start, end - start);
    if (!line.starts_with('{')) throw std::runtime_error("the services fail: " + log.substr(start));
    lines.push_back(Json::parse(line));
    start = end + 1;
  }
  return lines;
}

}  // namespace voronka::testing
