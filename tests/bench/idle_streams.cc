// What an idle subscriber of the notifier costs in memory, beside a stream of a server that does nothing else.
//   idle_streams_bench [streams]
//   idle_streams_bench --bare ADDRESS      that server
#include <fmt/format.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "client/user_session.h"
#include "tests/support/account.h"
#include "tests/support/connection.h"
#include "tests/support/eventually.h"
#include "tests/support/follower.h"
#include "tests/support/free_port.h"
#include "tests/support/janitor.h"
#include "tests/support/memory.h"
#include "tests/support/process.h"
#include "voronka/notifier/v1/notification.grpc.pb.h"

namespace voronka {
namespace {

using notifier::v1::SubscribeRequest;
using notifier::v1::SubscribeResponse;
using Stream = testing::Follower<SubscribeRequest, SubscribeResponse>;

enum class Connections { kOne, kOwn };

constexpr int kManagers = 10;
// Opened and left before the measurement: what the first streams of a process cost beside themselves.
constexpr int kFirstStreams = 100;
constexpr auto kSettle = std::chrono::seconds(2);

// Says one thing and stays.
class BareService final : public notifier::v1::InboxService::CallbackService {
  class BareStream final : public grpc::ServerWriteReactor<SubscribeResponse> {
   public:
    BareStream() {
      bookmark_.mutable_bookmark();
      StartWrite(&bookmark_);
    }
    void OnCancel() override { Finish(grpc::Status::CANCELLED); }
    void OnDone() override { delete this; }

   private:
    SubscribeResponse bookmark_;
  };

  grpc::ServerWriteReactor<SubscribeResponse>* Subscribe(grpc::CallbackServerContext*,
                                                         const SubscribeRequest*) override {
    return new BareStream();
  }
};

void ServeBare(const std::string& address) {
  grpc::EnableDefaultHealthCheckService(true);
  BareService service;
  grpc::ServerBuilder builder;
  builder.AddListeningPort(address, grpc::InsecureServerCredentials());
  builder.RegisterService(&service);
  builder.BuildAndStart()->Wait();
}

// Streams of the managers to a server, open and answered as long as this lives.
class Subscribers {
 public:
  Subscribers(const std::string& address, const std::vector<client::Metadata>& managers, int count,
              Connections connections) {
    auto channel = testing::OwnConnection(address);
    for (int number = 0; number < count; ++number) {
      if (connections == Connections::kOwn) channel = testing::OwnConnection(address);
      streams_.push_back(std::make_unique<Stream>(std::vector{channel}, managers[number % managers.size()],
                                                  SubscribeRequest(), Stream::Habit::kReads, [](auto&, auto&) {}));
    }
    const auto all_answered = [&] {
      return std::all_of(streams_.begin(), streams_.end(), [](auto& s) { return s->lives().back().answered; });
    };
    if (!testing::Eventually(all_answered, std::chrono::minutes(2))) throw std::runtime_error("not all were answered");
  }

 private:
  std::vector<std::unique_ptr<Stream>> streams_;
};

double KilobytesOfAStream(const testing::Process& server, const std::vector<client::Metadata>& managers, int count,
                          Connections connections) {
  { const Subscribers first(server.address(), managers, kFirstStreams, connections); }
  std::this_thread::sleep_for(kSettle);
  const auto before = testing::ResidentBytes(server.pid());
  const Subscribers subscribers(server.address(), managers, count, connections);
  std::this_thread::sleep_for(kSettle);
  return static_cast<double>(testing::ResidentBytes(server.pid()) - before) / 1024 / count;
}

std::vector<client::Metadata> LogInManagers(testing::Account& account) {
  const auto& system = account.system();
  std::vector<client::Metadata> managers;
  for (int number = 0; number < account.managers(); ++number) {
    const auto login = account.LoginOf(fmt::format("manager-{}", number));
    managers.push_back(
        client::UserSession::LogIn(system.channels(), system.clock(), login, testing::Account::kPassword, "bench")
            ->Credentials());
  }
  return managers;
}

// In a fresh process each, so that nothing that the other has left is used again.
void Compare(testing::Process& ours, testing::Process& bare, const std::vector<client::Metadata>& managers, int count,
             Connections connections) {
  double kilobytes[2];
  for (auto* server : {&ours, &bare}) {
    if (server->pid() > 0) server->Terminate();
    server->Start();
    server->WaitServing();
    kilobytes[server == &bare ? 1 : 0] = KilobytesOfAStream(*server, managers, count, connections);
  }
  fmt::print("| an idle subscriber, {} | {:.1f} KB | bare stream {:.1f} KB | {:.2f} |\n",
             connections == Connections::kOne ? "multiplexed" : "own connection", kilobytes[0], kilobytes[1],
             kilobytes[0] / kilobytes[1]);
}

void Run(const char* program, int count) {
  testing::System system;
  testing::Account account(system, kManagers);
  const auto managers = LogInManagers(account);
  const testing::Janitor janitor;
  const auto address = testing::FreeAddress();
  testing::Process bare({program, "--bare", address}, address, janitor.folder() / "bare.log");
  for (const auto connections : {Connections::kOne, Connections::kOwn}) {
    Compare(system.notifier(), bare, managers, count, connections);
  }
}

}  // namespace
}  // namespace voronka

int main(int argc, char** argv) try {
  if (argc == 3 && std::string(argv[1]) == "--bare") {
    voronka::ServeBare(argv[2]);
  } else {
    voronka::Run(argv[0], argc > 1 ? std::atoi(argv[1]) : 1'000);
  }
} catch (const std::exception& failure) {
  std::fprintf(stderr, "%s\n", failure.what());
  return 1;
}
