#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/crm_service/sales/properties/oracle.h"
#include "tests/support/account.h"
#include "tests/support/system.h"
#include "tests/system/alternating_client.h"

namespace voronka::properties {

// Somebody who writes, through both replicas in turn.
class Writer {
 public:
  template <class MakeClient>
  Writer(std::string name, options::v1::Role role, int64_t user_id, int replicas, const MakeClient& make_client)
      : name_(std::move(name)), role_(role), user_id_(user_id), client_(replicas, make_client) {}

  const std::string& name() const { return name_; }
  options::v1::Role role() const { return role_; }
  // 0: a service.
  int64_t user_id() const { return user_id_; }
  bool MayChange(const crm::v1::Deal& deal) const {
    return role_ != options::v1::ROLE_MANAGER || deal.responsible_user_id() == user_id_;
  }
  testing::AlternatingClient& client() { return client_; }

 private:
  const std::string name_;
  const options::v1::Role role_;
  const int64_t user_id_;
  testing::AlternatingClient client_;
};

// An account on two replicas, with fields of its own and people of every role. Runs come one after another, each with
// its own pipelines and deals.
class World {
 public:
  // For every service: NAME=value.
  explicit World(std::vector<std::string> environment = {});

  int writers() const { return static_cast<int>(writers_.size()); }
  Writer& writer(int number) { return *writers_.at(number); }
  Writer& admin() { return writer(0); }
  int64_t manager_id(int number) const { return account_.manager_id(number); }

  // Different in every run.
  std::string NewPipelineKey();
  // Nobody else's. Thread-safe, as all below.
  std::string NewPhone();

  crm::v1::Pipeline PipelineOf(const std::string& key);
  Scene SceneOf(int64_t deal_id);
  // What the deal's newest approval was asked for. Not while others write.
  void Remember(int64_t deal_id, const std::string& agreed_to);
  // Nothing for 0.
  std::optional<crm::v1::Contact> ContactOf(int64_t contact_id);
  std::optional<crm::v1::Company> CompanyOf(int64_t company_id);

 private:
  void Employ(const std::string& person, options::v1::Role role, int64_t user_id);
  void DefineFields();

  testing::System system_;
  testing::Account account_;
  std::vector<std::unique_ptr<Writer>> writers_;
  // By the ids of approvals.
  std::map<int64_t, std::string> agreed_to_;
  int pipelines_ = 0;
  std::atomic<int> phones_ = 0;
};

}  // namespace voronka::properties
