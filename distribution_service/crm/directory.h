#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "distribution_service/crm/staff.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::client {
class ServiceClients;
}

namespace voronka::distribution {

// Pipelines and people as the system of record knows them. Throws UNAVAILABLE if it does not answer.
class CrmDirectory {
 public:
  explicit CrmDirectory(client::ServiceClients& clients) : clients_(clients) {}

  std::optional<crm::v1::Pipeline> FindPipeline(int64_t account_id, const std::string& key_or_id);
  // The archived ones too.
  std::vector<crm::v1::Pipeline> AllPipelines(int64_t account_id);
  Staff StaffOf(int64_t account_id);
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
