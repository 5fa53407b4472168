#include "tests/bench/workbench.h"

#include <fstream>

#include "tests/bench/floor/account_header.h"
#include "tests/bench/load/load.h"
#include "tests/support/account.h"
#include "tests/support/free_port.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::bench {
namespace {

constexpr int kFloorWorkers = 32;
constexpr std::chrono::hours kTokenLifetime(1);

testing::System::Options Options() {
  return {.replicas = 1, .database = {"--innodb-buffer-pool-size=2G", "--innodb-log-file-size=1G"}};
}

}  // namespace

Workbench::Workbench()
    : system_(Options()),
      db_(system_.SchemaOf("crm"), storage::StatementLimit::kNone),
      user_signer_(system_.keys().SigningKeyOf("crm")),
      intake_signer_(system_.keys().SigningKeyOf("intake")) {
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

// What a connection begins with is no part of any call.
void Workbench::ConnectEveryWorker() {
  crm::v1::GetDealRequest request;
  request.set_deal_id(kFirstDeal);
  const Call call{Manager(kThousandAccounts.first_account), request.SerializeAsString()};
  const Load load{.method = "/voronka.crm.v1.DealService/GetDeal", .next = [&](int) { return call; }};
  Run(
      system_.crm().address(), load, {.in_flight = 64, .measured = std::chrono::milliseconds(500)}, [] {}, [] {});
}

client::Metadata Workbench::Caller(const security::TokenSigner& signer, const security::Claims& claims,
                                   int64_t account_id) const {
  return {{"authorization", "Bearer " + signer.Sign(claims, kTokenLifetime, system_.clock().NowMicros())},
          {kAccountHeader, std::to_string(account_id)}};
}

client::Metadata Workbench::Manager(int64_t account_id) const {
  security::Claims claims;
  claims.account_id = account_id;
  claims.user_id = manager_id_;
  claims.session_id = 1;
  claims.role = options::v1::ROLE_MANAGER;
  return Caller(user_signer_, claims, account_id);
}

client::Metadata Workbench::Intake(int64_t account_id) const {
  security::Claims claims;
  claims.role = options::v1::ROLE_SERVICE;
  claims.service = "intake";
  auto metadata = Caller(intake_signer_, claims, account_id);
  metadata.emplace_back("voronka-account", std::to_string(account_id));
  return metadata;
}

Contender Workbench::Ours() { return {"ours", system_.crm().address(), system_.crm().pid(), system_.database().pid()}; }

Contender Workbench::StartFloor(const std::string& name, const std::vector<Script>& scripts) {
  Floor floor;
  floor.set_listen(testing::FreeAddress());
  *floor.mutable_database() = system_.SchemaOf("crm");
  floor.set_workers(kFloorWorkers);
  floor.mutable_scripts()->Assign(scripts.begin(), scripts.end());
  const auto file = janitor_.folder() / (name + ".floor");
  std::ofstream(file, std::ios::binary) << floor.SerializeAsString();
  floors_.push_back(std::make_unique<testing::Process>(std::vector<std::string>{VORONKA_BENCH_FLOOR, file},
                                                       floor.listen(), janitor_.folder() / (name + ".log")));
  floors_.back()->Start();
  floors_.back()->WaitServing();
  return {name, floor.listen(), floors_.back()->pid(), system_.database().pid()};
}

void Workbench::StopRecording() {
  recorder_.reset();
  log_.reset();
}

}  // namespace voronka::bench
