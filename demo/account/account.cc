#include "demo/account/account.h"

#include <fmt/format.h>

#include <string_view>

#include "demo/account/admin_session.h"
#include "demo/account/configuration.h"
#include "demo/account/staff.h"
#include "demo/people/people.h"

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

void PrintLogin(std::ostream& out, const DemoPerson& person) {
  out << fmt::format("  {:<22}{:<16}{}\n", person.login, person.name, RoleName(person.role));
}

void PrintLogins(std::ostream& out) {
  out << fmt::format("Аккаунт «{}», пароль у всех один: {}\n", kAccountName, kPassword);
  for (const DemoPerson& person : {kAdmin, kDirector, kHeadOfSales}) PrintLogin(out, person);
  for (const DemoPerson& manager : kManagers) PrintLogin(out, manager);
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
                 const crm::v1::Configuration& solution, std::ostream& out) try {
  const process::SystemClock clock;
  const client::Channels channels(endpoints);
  client::Client admin(channels, AdminSession(channels, clock, operator_key));
  const Staff staff = HireStaff(admin);
  ApplySolution(admin, solution);
  CreateQueues(admin, solution, staff);
  PrintLogins(out);
  PrintForm(out, KeyOfForm(admin, solution));
} catch (const client::CallFailed& refusal) {
  if (!PasswordWasChanged(refusal)) throw;
  out << fmt::format("У {} другой пароль: аккаунт «{}» оставлен как есть\n", kAdmin.login, kAccountName);
}

}  // namespace voronka::demo
