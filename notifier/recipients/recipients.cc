#include "notifier/recipients/recipients.h"

#include <utility>

#include "foundation/staff/deputies.h"
#include "foundation/storage/select_by_ids.h"

namespace voronka::notifier {
namespace {

// The defaults of an account that chose none: see protos/voronka/crm/v1/account.proto.
constexpr const char* kLocale = "ru";
constexpr const char* kTimeZone = "Europe/Moscow";

v1::Recipient Unknown(int64_t user_id) {
  v1::Recipient recipient;
  recipient.set_user_id(user_id);
  recipient.set_active(true);
  return recipient;
}

void FillIn(const v1::RecipientDefaults& defaults, v1::Recipient& recipient) {
  if (recipient.locale().empty()) recipient.set_locale(defaults.locale());
  if (recipient.locale().empty()) recipient.set_locale(kLocale);
  if (recipient.time_zone().empty()) recipient.set_time_zone(defaults.time_zone());
  if (recipient.time_zone().empty()) recipient.set_time_zone(kTimeZone);
  recipient.set_push_details(defaults.push_details());
}

}  // namespace

void Recipients::Save(const crm::v1::User& user) {
  db_.Execute(
      "INSERT INTO recipients (account_id, user_id, display_name, locale, time_zone, active, role, team_id, "
      "deputy_user_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON DUPLICATE KEY UPDATE display_name = VALUES(display_name), locale = VALUES(locale), "
      "time_zone = VALUES(time_zone), active = VALUES(active), role = VALUES(role), team_id = VALUES(team_id), "
      "deputy_user_id = VALUES(deputy_user_id)",
      account_id_, user.id(), user.display_name(), user.locale(), user.time_zone(),
      user.state() == crm::v1::User::STATE_ACTIVE, static_cast<int>(user.role()), user.team_id(),
      user.deputy_user_id());
}

void Recipients::Save(const crm::v1::Team& team) {
  db_.Execute(
      "INSERT INTO recipient_teams (account_id, team_id, head_user_id, deputy_user_id) VALUES (?, ?, ?, ?) "
      "ON DUPLICATE KEY UPDATE head_user_id = VALUES(head_user_id), deputy_user_id = VALUES(deputy_user_id)",
      account_id_, team.id(), team.head_user_id(), team.deputy_user_id());
}

void Recipients::Save(const crm::v1::Account& account) {
  db_.Execute(
      "INSERT INTO recipient_defaults (account_id, locale, time_zone, push_details) VALUES (?, ?, ?, ?) "
      "ON DUPLICATE KEY UPDATE locale = VALUES(locale), time_zone = VALUES(time_zone), "
      "push_details = VALUES(push_details)",
      account_id_, account.locale(), account.time_zone(), account.push_details());
}

bool Recipients::Knows(int64_t user_id) {
  return !db_.Query("SELECT user_id FROM recipients WHERE account_id = ? AND user_id = ?", account_id_, user_id)
              .empty();
}

std::vector<int64_t> Recipients::ActiveWithRole(options::v1::Role role) {
  std::vector<int64_t> users;
  for (const auto& row :
       db_.Query("SELECT user_id FROM recipients WHERE account_id = ? AND role = ? AND active = TRUE ORDER BY user_id",
                 account_id_, static_cast<int>(role))) {
    users.push_back(row.Int(0));
  }
  return users;
}

v1::Recipient Recipients::Get(int64_t user_id) { return GetAll({user_id}).at(user_id); }

std::map<int64_t, v1::Recipient> Recipients::GetAll(const std::vector<int64_t>& user_ids) {
  std::map<int64_t, v1::Recipient> recipients;
  for (const int64_t user_id : user_ids) recipients.emplace(user_id, Unknown(user_id));
  for (auto& known : storage::SelectByIds<v1::Recipient>(
           db_, "SELECT {columns} FROM recipients WHERE account_id = ? AND user_id IN ({ids})", {account_id_},
           user_ids)) {
    recipients[known.user_id()] = std::move(known);
  }
  const auto defaults =
      db_.SelectOne<v1::RecipientDefaults>("SELECT {columns} FROM recipient_defaults WHERE account_id = ?", account_id_)
          .value_or(v1::RecipientDefaults());
  for (auto& [user_id, recipient] : recipients) FillIn(defaults, recipient);
  return recipients;
}

int64_t Recipients::WhoActsFor(int64_t user_id) { return staff::WhoActsFor(user_id, Staff()); }

int64_t Recipients::ActiveFor(int64_t user_id) { return Get(user_id).active() ? user_id : WhoActsFor(user_id); }

std::set<int64_t> Recipients::DeputiesOf(int64_t user_id) { return staff::DeputiesOf(user_id, Staff()); }

int64_t Recipients::FirstOf(options::v1::Role role, const std::set<int64_t>& but) {
  for (const auto& row :
       db_.Query("SELECT user_id FROM recipients WHERE account_id = ? AND active = TRUE AND role BETWEEN ? AND ? "
                 "ORDER BY role, user_id",
                 account_id_, static_cast<int>(role), static_cast<int>(options::v1::ROLE_ADMIN))) {
    if (!but.contains(row.Int(0))) return row.Int(0);
  }
  return 0;
}

staff::Staff Recipients::Staff() {
  staff::Staff staff;
  for (const auto& person : db_.Select<v1::Recipient>(
           "SELECT {columns} FROM recipients WHERE account_id = ? ORDER BY user_id", account_id_)) {
    staff.people.push_back(
        {person.user_id(), person.role(), person.active(), person.team_id(), person.deputy_user_id()});
  }
  for (const auto& team : db_.Select<v1::RecipientTeam>(
           "SELECT {columns} FROM recipient_teams WHERE account_id = ? ORDER BY team_id", account_id_)) {
    staff.teams.push_back({team.team_id(), team.head_user_id(), team.deputy_user_id()});
  }
  return staff;
}

}  // namespace voronka::notifier
