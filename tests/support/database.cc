#include "tests/support/database.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <mutex>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <vector>

#include "foundation/storage/connection.h"
#include "foundation/storage/errors.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

using storage::Connection;

// Stops and removes what the test process leaves behind, even if that is killed: the pipe then reaches its end.
constexpr const char* kJanitor = R"sh(
    cat >/dev/null
    kill -s KILL -- "-$(cat "$0/running")" 2>/dev/null
    rm -rf "$0")sh";

// The server must find its log in the size of its installation, or it creates it again.
constexpr const char* kLogSize = "--innodb-log-file-size=16M";

std::filesystem::path MakeFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "voronka-mariadb-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
  return name;
}

std::string Contents(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

constexpr const char* kServiceUser = "voronka";

config::v1::Database OnSocket(const std::string& socket, const char* user = "root") {
  config::v1::Database database;
  database.set_unix_socket(socket);
  database.set_user(user);
  return database;
}

config::v1::Database CreateSchema(config::v1::Database server) {
  static std::atomic<int> number = 0;
  const std::string name = fmt::format("test_{}_{}", getpid(), ++number);
  Connection(server).ExecuteUnprepared(
      fmt::format("CREATE DATABASE {} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci", name));
  server.set_schema(name);
  return server;
}

// Schemas on a server that outlives the tests.
class BorrowedServer {
 public:
  // Connects at once, so that the connector's own statics are created before this object and outlive it.
  explicit BorrowedServer(const std::string& socket) : server_(OnSocket(socket)) {
    Connection(server_).Query("SELECT 1");
  }

  ~BorrowedServer() {
    Connection db(server_);
    for (const std::string& schema : schemas_) db.ExecuteUnprepared("DROP DATABASE IF EXISTS " + schema);
  }

  config::v1::Database FreshSchema() {
    config::v1::Database database = CreateSchema(server_);
    const std::lock_guard lock(mutex_);
    schemas_.push_back(database.schema());
    return database;
  }

 private:
  const config::v1::Database server_;
  std::mutex mutex_;
  std::vector<std::string> schemas_;
};

}  // namespace

PrivateMariaDb::PrivateMariaDb(std::vector<std::string> options, Host host)
    : folder_(MakeFolder()), options_(std::move(options)) {
  if (host == Host::kFaulty) host_faults_.emplace(folder_ / "host_faults");
  int pipe[2];
  if (pipe2(pipe, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  janitor_pipe_ = pipe[1];
  janitor_ = StartProgram({"sh", "-c", kJanitor, folder_}, folder_ / "janitor.log", pipe[0]);
  close(pipe[0]);
  InstallSystemTables();
  Start();
  MakeServiceAccount();
}

PrivateMariaDb::~PrivateMariaDb() {
  close(janitor_pipe_);
  AwaitProgram(janitor_);
  if (server_ > 0) AwaitProgram(server_);
}

pid_t PrivateMariaDb::Run(std::vector<std::string> command, const std::string& log) const {
  command.push_back(fmt::format("--datadir={}", (folder_ / "data").string()));
  // A server that starts removes the temporary tables it finds there, even those of another server.
  command.push_back(fmt::format("--tmpdir={}", folder_.string()));
  if (geteuid() == 0) command.emplace_back("--user=root");
  const pid_t program = StartProgram(command, folder_ / log);
  std::ofstream(folder_ / "running") << program;
  return program;
}

void PrivateMariaDb::InstallSystemTables() const {
  // --force: whether or not the host's name resolves.
  const pid_t installer =
      Run({"mariadb-install-db", "--no-defaults", "--force", "--auth-root-authentication-method=normal",
           "--skip-test-db", "--skip-name-resolve", "--innodb-flush-method=nosync", kLogSize},
          "install.log");
  if (AwaitProgram(installer) != 0) {
    throw std::runtime_error("mariadb-install-db failed: " + Contents(folder_ / "install.log"));
  }
}

void PrivateMariaDb::MakeServiceAccount() const {
  Connection db(Server());
  db.ExecuteUnprepared(fmt::format("CREATE USER {}@localhost", kServiceUser));
  db.ExecuteUnprepared(fmt::format("GRANT ALL ON `voronka\\_%`.* TO {}@localhost", kServiceUser));
}

void PrivateMariaDb::Start() {
  if (server_ > 0 && waitpid(server_, nullptr, WNOHANG) == 0) return;
  std::vector<std::string> command = host_faults_ ? host_faults_->Prefix() : std::vector<std::string>();
  command.insert(command.end(), {"mariadbd", "--no-defaults", fmt::format("--socket={}", (folder_ / "socket").string()),
                                 fmt::format("--pid-file={}", (folder_ / "server.pid").string()), "--skip-networking",
                                 "--skip-name-resolve", "--innodb-buffer-pool-size=32M",
                                 "--innodb-flush-log-at-trx-commit=1", "--max-connections=500", kLogSize});
  command.insert(command.end(), options_.begin(), options_.end());
  server_ = Run(command, "server.log");
  AwaitAnswer();
}

void PrivateMariaDb::AwaitAnswer() const {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  for (Connection db(Server());;) {
    try {
      db.Query("SELECT 1");
      return;
    } catch (const storage::Unavailable&) {
      if (std::chrono::steady_clock::now() > give_up) {
        throw std::runtime_error("mariadbd does not answer: " + Contents(folder_ / "server.log"));
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }
}

void PrivateMariaDb::Kill9() { End(SIGKILL); }

void PrivateMariaDb::Terminate() { End(SIGTERM); }

void PrivateMariaDb::End(int signal) {
  kill(server_, signal);
  AwaitProgram(server_);
  server_ = -1;
}

void PrivateMariaDb::Pause() { kill(server_, SIGSTOP); }

void PrivateMariaDb::Resume() { kill(server_, SIGCONT); }

config::v1::Database PrivateMariaDb::Server() const { return OnSocket(folder_ / "socket"); }

config::v1::Database PrivateMariaDb::ServiceAccount() const { return OnSocket(folder_ / "socket", kServiceUser); }

config::v1::Database PrivateMariaDb::FreshSchema() { return CreateSchema(Server()); }

PrivateMariaDb& SharedMariaDb() {
  static PrivateMariaDb server;
  return server;
}

config::v1::Database FreshSchema() {
  const char* socket = std::getenv("VORONKA_TEST_MARIADB_SOCKET");
  if (socket == nullptr) return SharedMariaDb().FreshSchema();
  static BorrowedServer server(socket);
  return server.FreshSchema();
}

}  // namespace voronka::testing
