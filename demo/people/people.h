#pragma once

#include <array>
#include <string_view>

#include "foundation/security/demo_password.h"
#include "voronka/options/v1/access.pb.h"

// The people of each demo account. They share one password, which is good on a loopback address only.
namespace voronka::demo {

struct DemoPerson {
  // What stands before the @ of their login.
  std::string_view short_name;
  std::string_view name;
  options::v1::Role role;
};

inline constexpr std::string_view kTeamName = "Отдел продаж";
inline constexpr std::string_view kPassword = security::kDemoPassword;

inline constexpr DemoPerson kAdmin{"admin", "Администратор", options::v1::ROLE_ADMIN};
inline constexpr DemoPerson kDirector{"dmitry", "Дмитрий", options::v1::ROLE_DIRECTOR};
inline constexpr DemoPerson kHeadOfSales{"olga", "Ольга", options::v1::ROLE_HEAD_OF_SALES};

// In the order in which they take turns.
inline constexpr std::array<DemoPerson, 3> kManagers{{
    {"anna", "Анна", options::v1::ROLE_MANAGER},
    {"boris", "Борис", options::v1::ROLE_MANAGER},
    {"vera", "Вера", options::v1::ROLE_MANAGER},
}};

}  // namespace voronka::demo
