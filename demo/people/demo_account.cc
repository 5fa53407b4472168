#include "demo/people/demo_account.h"

#include <fmt/format.h>

namespace voronka::demo {

std::string DemoAccount::name() const { return IsUsual() ? "Демо" : "Демо " + solution_; }

std::string DemoAccount::LoginOf(const DemoPerson& person) const {
  return fmt::format("{}@{}.voronka", person.short_name, short_name());
}

crm::v1::User DemoAccount::UserOf(const DemoPerson& person) const {
  crm::v1::User user;
  user.set_login(LoginOf(person));
  user.set_display_name(std::string(person.name));
  user.set_role(person.role);
  return user;
}

std::string DemoAccount::RequestId(std::string_view what) const { return fmt::format("{}/{}", short_name(), what); }

}  // namespace voronka::demo
