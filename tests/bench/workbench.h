#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/identity.h"
#include "foundation/security/access_token.h"
#include "tests/bench/data/data_set.h"
#include "tests/bench/measure/figures.h"
#include "tests/bench/recording/general_log.h"
#include "tests/bench/recording/recorder.h"
#include "tests/support/janitor.h"
#include "tests/support/system.h"

namespace voronka::bench {

// The CRM over the filled database, and the floors beside it on the same data.
class Workbench {
 public:
  Workbench();

  storage::Connection& db() { return db_; }
  // Who calls: the manager who has all deals, in any of the accounts.
  client::Metadata Manager(int64_t account_id) const;
  // The service that hands in inquiries.
  client::Metadata Intake(int64_t account_id) const;

  // While nothing is measured yet.
  Recorder& recorder() { return *recorder_; }

  // Starts a floor that does what the scripts say.
  Contender StartFloor(const std::string& name, const std::vector<Script>& scripts);
  // From now on nothing is recorded.
  void StopRecording();
  Contender Ours();

 private:
  void ConnectEveryWorker();
  client::Metadata Caller(const security::TokenSigner& signer, const security::Claims& claims,
                          int64_t account_id) const;

  testing::System system_;
  storage::Connection db_;
  const security::TokenSigner user_signer_;
  const security::TokenSigner intake_signer_;
  int64_t manager_id_ = 0;
  std::optional<GeneralLog> log_;
  std::optional<Recorder> recorder_;
  const testing::Janitor janitor_;
  std::vector<std::unique_ptr<testing::Process>> floors_;
};

}  // namespace voronka::bench
