#include "demo/account/staff.h"

#include <map>
#include <optional>
#include <string>

#include "demo/people/all_pages.h"
#include "voronka/crm/v1/team.pb.h"

namespace voronka::demo {
namespace {

using crm::v1::Team;
using crm::v1::User;

using IdsByLogin = std::map<std::string, int64_t, std::less<>>;

IdsByLogin PeopleOf(client::Client& admin) {
  IdsByLogin ids;
  ForEachPage<crm::v1::ListUsersResponse>(admin, crm::v1::ListUsersRequest(), [&](const auto& page) {
    for (const User& user : page.users()) ids.emplace(user.login(), user.id());
  });
  return ids;
}

// Hires for one account.
class Hiring {
 public:
  Hiring(client::Client& admin, const DemoAccount& account)
      : admin_(admin), account_(account), existing_(PeopleOf(admin)) {}

  int64_t Hire(const DemoPerson& person, int64_t team_id = 0) {
    if (const auto found = existing_.find(account_.LoginOf(person)); found != existing_.end()) return found->second;
    crm::v1::CreateUserRequest request;
    request.set_request_id("demo/user/" + std::string(person.short_name));
    *request.mutable_user() = account_.UserOf(person);
    request.mutable_user()->set_team_id(team_id);
    request.set_password(std::string(kPassword));
    return admin_.Call<User>(request).id();
  }

 private:
  client::Client& admin_;
  const DemoAccount& account_;
  const IdsByLogin existing_;
};

std::optional<int64_t> ExistingTeam(client::Client& admin) {
  std::optional<int64_t> id;
  ForEachPage<crm::v1::ListTeamsResponse>(admin, crm::v1::ListTeamsRequest(), [&](const auto& page) {
    for (const Team& team : page.teams())
      if (team.name() == kTeamName) id = team.id();
  });
  return id;
}

int64_t FormTeam(client::Client& admin, int64_t head_id, int64_t deputy_id) {
  if (const auto existing = ExistingTeam(admin)) return *existing;
  crm::v1::CreateTeamRequest request;
  request.set_request_id("demo/team");
  request.mutable_team()->set_name(std::string(kTeamName));
  request.mutable_team()->set_head_user_id(head_id);
  request.mutable_team()->set_deputy_user_id(deputy_id);
  return admin.Call<Team>(request).id();
}

}  // namespace

void HireStaff(client::Client& admin, const DemoAccount& account) {
  Hiring hiring(admin, account);
  const int64_t director = hiring.Hire(kDirector);
  const int64_t team_id = FormTeam(admin, hiring.Hire(kHeadOfSales), director);
  for (const DemoPerson& manager : kManagers) hiring.Hire(manager, team_id);
}

}  // namespace voronka::demo
