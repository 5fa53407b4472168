#include "notifier/recipients/recipients.h"

namespace voronka::notifier {
namespace {

// The defaults of an account that says nothing: see protos/voronka/crm/v1/account.proto.
constexpr const char* kLocale = "ru";
constexpr const char* kTimeZone = "Europe/Moscow";

v1::Recipient Unknown(int64_t user_id) {
  v1::Recipient recipient;
  recipient.set_user_id(user_id);
  recipient.set_active(true);
  return recipient;
}

}  // namespace

void Recipients::Keep(const crm::v1::User& user) {
  db_.Execute(
      "INSERT INTO recipients (account_id, user_id, display_name, locale, time_zone, active) VALUES (?, ?, ?, ?, ?, ?) "
      "ON DUPLICATE KEY UPDATE display_name = VALUES(display_name), locale = VALUES(locale), "
      "time_zone = VALUES(time_zone), active = VALUES(active)",
      account_id_, user.id(), user.display_name(), user.locale(), user.time_zone(),
      user.state() != crm::v1::User::STATE_DISABLED);
}

void Recipients::Keep(const crm::v1::Account& account) {
  db_.Execute(
      "INSERT INTO recipient_defaults (account_id, locale, time_zone) VALUES (?, ?, ?) "
      "ON DUPLICATE KEY UPDATE locale = VALUES(locale), time_zone = VALUES(time_zone)",
      account_id_, account.locale(), account.time_zone());
}

v1::Recipient Recipients::Get(int64_t user_id) {
  auto recipient = db_.SelectOne<v1::Recipient>("SELECT {columns} FROM recipients WHERE account_id = ? AND user_id = ?",
                                                account_id_, user_id)
                       .value_or(Unknown(user_id));
  const auto defaults =
      db_.SelectOne<v1::RecipientDefaults>("SELECT {columns} FROM recipient_defaults WHERE account_id = ?", account_id_)
          .value_or(v1::RecipientDefaults());
  if (recipient.locale().empty()) recipient.set_locale(defaults.locale());
  if (recipient.locale().empty()) recipient.set_locale(kLocale);
  if (recipient.time_zone().empty()) recipient.set_time_zone(defaults.time_zone());
  if (recipient.time_zone().empty()) recipient.set_time_zone(kTimeZone);
  return recipient;
}

}  // namespace voronka::notifier
