#include "demo/people/people.h"

#include <string>

namespace voronka::demo {

crm::v1::User UserOf(const DemoPerson& person) {
  crm::v1::User user;
  user.set_login(std::string(person.login));
  user.set_display_name(std::string(person.name));
  user.set_role(person.role);
  return user;
}

}  // namespace voronka::demo
