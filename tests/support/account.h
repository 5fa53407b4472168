#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "client/client.h"
#include "tests/support/system.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::testing {

enum class Queue {
  // Deals on the first stage of `first_sales` are offered to the managers in turn, then given to the head of sales.
  kWithQueue,
  kWithoutQueue,
};

// A new account of the system, made through the public API: an admin, a director, a head of sales and managers, all
// logged in, and the pipelines of the solution `wholesale`.
class Account {
 public:
  explicit Account(System& system, int managers = 3, std::chrono::milliseconds take_within = std::chrono::minutes(5),
                   Queue queue = Queue::kWithQueue);

  // The password of everybody.
  static constexpr char kPassword[] = "test-password";

  System& system() { return system_; }
  int64_t id() const { return id_; }
  int64_t team_id() const { return team_id_; }
  // 0 without a queue.
  int64_t queue_id() const { return queue_id_; }

  client::Client& admin() { return *admin_.client; }
  client::Client& director() { return *director_.client; }
  client::Client& head() { return *head_.client; }
  client::Client& manager(int number) { return *managers_.at(number).client; }
  // The service `intake`, in this account.
  client::Client& intake() { return *intake_; }

  int64_t admin_id() const { return admin_.id; }
  int64_t director_id() const { return director_.id; }
  int64_t head_id() const { return head_.id; }
  int64_t manager_id(int number) const { return managers_.at(number).id; }
  int managers() const { return static_cast<int>(managers_.size()); }

  // Another session of the same person, for example on another replica.
  std::unique_ptr<client::Client> LogIn(const std::string& person, int replica = 0);
  // The login of `admin`, `director`, `head`, `manager-0`, ….
  std::string LoginOf(const std::string& person) const;

 private:
  struct Person {
    int64_t id = 0;
    std::unique_ptr<client::Client> client;
  };

  void Open();
  Person Hire(const std::string& name, options::v1::Role role);
  void FormTeam();
  void MakePipelines();
  void MakeQueue(std::chrono::milliseconds take_within);

  System& system_;
  // Logins are unique in the installation.
  const std::string domain_;
  int64_t id_ = 0;
  // The team of everybody hired from now on.
  int64_t team_id_ = 0;
  int64_t queue_id_ = 0;
  Person admin_;
  Person director_;
  Person head_;
  std::vector<Person> managers_;
  std::unique_ptr<client::Client> intake_;
};

}  // namespace voronka::testing
