#include "demo/account/account.h"

#include <fmt/format.h>

#include <string_view>

#include "demo/account/admin_session.h"
#include "demo/account/configuration.h"
#include "demo/account/staff.h"
#include "demo/people/demo_account.h"

namespace voronka::demo {
namespace {

std::string_view RoleName(options::v1::Role role) {
  switch (role) {
    case options::v1::ROLE_ADMIN:
      return "администратор";
    case options::v1::ROLE_DIRECTOR:
      return "директор";
    case options::v1::ROLE_HEAD_OF_SALES:
      return "руководитель отдела продаж";
    default:
      return "менеджер";
  }
}

void PrintLogin(std::ostream& out, const DemoAccount& account, const DemoPerson& person) {
  out << fmt::format("  {:<25}{:<16}{}\n", account.LoginOf(person), person.name, RoleName(person.role));
}

void PrintLogins(std::ostream& out, const DemoAccount& account) {
  out << fmt::format("Аккаунт «{}», пароль у всех один: {}\n", account.name(), kPassword);
  for (const DemoPerson& person : {kAdmin, kDirector, kHeadOfSales}) PrintLogin(out, account, person);
  for (const DemoPerson& manager : kManagers) PrintLogin(out, account, manager);
}

void PrintForm(std::ostream& out, const std::string& key) {
  if (!key.empty()) out << fmt::format("Форма сайта: /forms/{}\n", key);
}

// Somebody has changed the admin's password.
bool PasswordWasChanged(const client::CallFailed& refusal) {
  return refusal.reason() == "WRONG_LOGIN" || refusal.reason() == "LOGIN_TAKEN";
}

}  // namespace

void MakeAccount(const client::Endpoints& endpoints, const std::filesystem::path& operator_key,
                 const Solution& solution, std::ostream& out) try {
  const process::SystemClock clock;
  const client::Channels channels(endpoints);
  const DemoAccount account(solution.name);
  client::Client admin(channels, AdminSession(channels, clock, operator_key, account));
  HireStaff(admin, account);
  ApplySolution(admin, solution);
  const auto configuration = ConfigurationOf(admin, solution);
  PrintLogins(out, account);
  PrintForm(out, KeyOfForm(admin, configuration));
} catch (const client::CallFailed& refusal) {
  if (!PasswordWasChanged(refusal)) throw;
  const DemoAccount account(solution.name);
  out << fmt::format("У {} другой пароль: аккаунт «{}» оставлен как есть\n", account.LoginOf(kAdmin), account.name());
}

}  // namespace voronka::demo
