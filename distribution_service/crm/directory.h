#pragma once

#include <map>
#include <string>
#include <vector>

#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::client {
class ServiceClients;
}

namespace voronka::distribution {

// Queues, pipelines and people as the system of record knows them. Throws UNAVAILABLE if it does not answer.
class CrmDirectory {
 public:
  explicit CrmDirectory(client::ServiceClients& clients) : clients_(clients) {}

  std::vector<crm::v1::Queue> QueuesOf(int64_t account_id);
  // Hands over queues that a release before has made here. Returns those of them that the system of record has now.
  std::vector<crm::v1::Queue> HandOver(int64_t account_id, const std::vector<crm::v1::KeptQueue>& kept);
  // Every account of the installation.
  std::vector<int64_t> Accounts();
  // The archived ones too.
  std::vector<crm::v1::Pipeline> AllPipelines(int64_t account_id);
  // By user id.
  std::map<int64_t, std::string> NamesOfUsers(int64_t account_id);
  // Whether the account lets the user see the deal.
  bool LetsSee(int64_t account_id, int64_t user_id, int64_t deal_id);
  // Users whose deals the account lets the user see; 0 among them: nobody's. Absent: everybody's.
  std::optional<std::vector<int64_t>> SeenOwners(int64_t account_id, int64_t user_id);

 private:
  std::vector<crm::v1::User> ListUsers(int64_t account_id);

  client::ServiceClients& clients_;
};

}  // namespace voronka::distribution
