#include "tests/bench/workbench.h"

#include <chrono>
#include <map>
#include <stdexcept>

#include "tests/bench/floor_process.h"
#include "tests/bench/load/http_load.h"
#include "tests/bench/load/load.h"
#include "tests/support/account.h"
#include "tests/support/eventually.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::bench {
namespace {

constexpr int kFloorWorkers = 32;
constexpr std::chrono::seconds kCatchUp(60);

}  // namespace

Workbench::Workbench(const std::vector<std::string>& database)
    : system_({.database = database, .gateway = config::v1::Gateway()}),
      db_(system_.SchemaOf("crm"), storage::StatementLimit::kNone),
      callers_(system_) {
  testing::Account model(system_, 1, std::chrono::minutes(5), testing::Queue::kWithoutQueue);
  manager_id_ = model.manager_id(0);
  for (auto* process : {&system_.distribution(), &system_.notifier(), &system_.crm()}) process->Terminate();
  Fill(db_, model.id(), manager_id_);
  log_.emplace(system_.database().Server());
  system_.crm().Start();
  system_.crm().WaitServing();
  ConnectEveryWorker();
  recorder_.emplace(*log_, system_.crm().address());
}

// What a connection sends when it opens is not part of any call.
void Workbench::ConnectEveryWorker() {
  crm::v1::GetDealRequest request;
  request.set_deal_id(kFirstDeal);
  Call call{Manager(kThousandAccounts.first_account), request.SerializeAsString()};
  const Load load{.method = "/voronka.crm.v1.DealService/GetDeal", .next = [&](int) { return call; }};
  Run(
      system_.crm().address(), load, {.in_flight = 64, .measured = std::chrono::milliseconds(500)}, [] {}, [] {});
}

Contender Workbench::Ours() { return {"ours", system_.crm().address(), system_.crm().pid(), system_.database().pid()}; }

Contender Workbench::Edge() {
  return {"edge", system_.gateway().address(), system_.gateway().pid(), system_.database().pid(), RunByHttp};
}

Contender Workbench::Followed() {
  auto followed = Ours();
  followed.name = "followed";
  followed.run = [this](const auto&... arguments) {
    StartFollowers();
    const auto throughput = Run(arguments...);
    StopFollowers();
    return throughput;
  };
  return followed;
}

void Workbench::StartFollowers() {
  for (auto* process : {&system_.distribution(), &system_.notifier()}) {
    process->Start();
    process->WaitServing();
  }
  const auto caught_up = [this] { return HasCaughtUp("distribution") && HasCaughtUp("notifier"); };
  if (!testing::Eventually(caught_up, kCatchUp)) throw std::runtime_error("the followers do not catch up");
}

void Workbench::StopFollowers() {
  for (auto* process : {&system_.distribution(), &system_.notifier()}) process->Terminate();
}

bool Workbench::HasCaughtUp(const std::string& follower) {
  std::map<int64_t, int64_t> heads;
  for (const auto& row : db_.Query("SELECT partition_id, head FROM event_partitions WHERE head > 0")) {
    heads[row.Int(0)] = row.Int(1);
  }
  storage::Connection db(system_.SchemaOf(follower));
  for (const auto& row : db.Query("SELECT partition_id, offset_id FROM event_cursors")) {
    if (heads[row.Int(0)] == row.Int(1)) heads.erase(row.Int(0));
  }
  return heads.empty();
}

Contender Workbench::StartFloor(const std::string& name, const std::vector<Script>& scripts) {
  Floor floor;
  *floor.mutable_database() = system_.SchemaOf("crm");
  floor.set_workers(kFloorWorkers);
  floor.mutable_scripts()->Assign(scripts.begin(), scripts.end());
  auto& process = *floors_.emplace_back(FloorProcess(std::move(floor), name, janitor_));
  process.Start();
  process.WaitServing();
  return {name, process.address(), process.pid(), system_.database().pid()};
}

void Workbench::StopRecording() {
  recorder_.reset();
  log_.reset();
}

}  // namespace voronka::bench
