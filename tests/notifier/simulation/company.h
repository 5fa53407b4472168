#pragma once

#include <map>
#include <string>
#include <vector>

#include "foundation/process/clock.h"
#include "tests/system/faults/dice.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/event.pb.h"
#include "voronka/crm/v1/resource_change.pb.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::simulation {

constexpr int64_t kUsers[] = {1, 2};

// An account of the system of record: what people do there, and the log of it. Each returns what was done.
class Company {
 public:
  // `offset`: of the last event before in the account's partition.
  Company(int64_t its_account, int64_t offset, const process::Clock& clock, testing::Dice& dice)
      : account(its_account), offset_(offset), clock_(clock), dice_(dice) {}

  std::string Hire(int64_t user, const std::string& zone);
  std::string SetTask();
  std::string ChangeTask();
  std::string CompleteTask();
  std::string OfferDeal();
  std::string EndOffer();
  std::string EndSession(int64_t session);

  const std::vector<crm::v1::Event>& log() const { return log_; }

  const int64_t account;

 private:
  crm::v1::Task* SomeTask();
  void Draft(crm::v1::Task& task);
  void DraftReminders(crm::v1::Task& task);
  int64_t SomeUser() { return kUsers[dice_.Throw(std::size(kUsers))]; }
  void Append(crm::v1::Event event);

  int64_t offset_;
  const process::Clock& clock_;
  testing::Dice& dice_;
  std::map<int64_t, crm::v1::User> users_;
  std::vector<crm::v1::Task> open_tasks_;
  int64_t tasks_ = 0;
  int64_t deals_ = 0;
  // The one that is on offer. No number: none.
  crm::v1::Deal deal_;
  std::vector<crm::v1::Event> log_;
};

}  // namespace voronka::simulation
