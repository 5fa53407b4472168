#pragma once

#include <array>
#include <string_view>

#include "foundation/security/demo_password.h"
#include "voronka/crm/v1/user.pb.h"

// The people of the demo account. They share one password, which is good on a loopback address only.
namespace voronka::demo {

struct DemoPerson {
  std::string_view login;
  std::string_view name;
  options::v1::Role role;
};

inline constexpr std::string_view kAccountName = "Демо";
inline constexpr std::string_view kTeamName = "Отдел продаж";
inline constexpr std::string_view kPassword = security::kDemoPassword;

inline constexpr DemoPerson kAdmin{security::kDemoAdmin, "Администратор", options::v1::ROLE_ADMIN};
inline constexpr DemoPerson kDirector{"dmitry@demo.voronka", "Дмитрий", options::v1::ROLE_DIRECTOR};
inline constexpr DemoPerson kHeadOfSales{"olga@demo.voronka", "Ольга", options::v1::ROLE_HEAD_OF_SALES};

// In the order in which they take turns.
inline constexpr std::array<DemoPerson, 3> kManagers{{
    {"anna@demo.voronka", "Анна", options::v1::ROLE_MANAGER},
    {"boris@demo.voronka", "Борис", options::v1::ROLE_MANAGER},
    {"vera@demo.voronka", "Вера", options::v1::ROLE_MANAGER},
}};

// The person as a user of the account.
crm::v1::User UserOf(const DemoPerson& person);

}  // namespace voronka::demo
