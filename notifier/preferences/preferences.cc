#include "notifier/preferences/preferences.h"

#include <algorithm>
#include <map>

#include "foundation/storage/stored_message.h"

namespace voronka::notifier {
namespace {

using v1::KindPreference;

constexpr int64_t kFirstEtag = 1;
constexpr int kMinutesAnHour = 60;

v1::QuietHours UsualQuietHours() {
  v1::QuietHours hours;
  hours.set_from_minute(22 * kMinutesAnHour);
  hours.set_until_minute(8 * kMinutesAnHour);
  return hours;
}

KindPreference UsualOf(const Kind& kind) {
  KindPreference preference;
  preference.set_kind(kind.kind);
  preference.set_push(kind.usually.push);
  preference.set_popup(kind.usually.popup);
  preference.set_sound(kind.usually.sound);
  preference.set_in_quiet_hours(kind.usually.in_quiet_hours);
  return preference;
}

bool Same(const KindPreference& a, const KindPreference& b) { return a.SerializeAsString() == b.SerializeAsString(); }

}  // namespace

Wish Preferences::For(const Kind& kind) {
  Wish wish{UsualOf(kind), UsualQuietHours()};
  if (!kind.has_preference) return wish;
  const auto chosen = db_.SelectOneExtended<v1::Preferences>(
      "SELECT {p.columns}, k.push, k.popup, k.sound, k.urgency, k.in_quiet_hours FROM preferences p "
      "LEFT JOIN kind_preferences k ON k.account_id = p.account_id AND k.user_id = p.user_id AND k.kind = ? "
      "WHERE p.account_id = ? AND p.user_id = ?",
      kind.kind, account_id_, user_id_);
  if (!chosen) return wish;
  if (chosen->message.has_quiet_hours()) wish.quiet_hours = chosen->message.quiet_hours();
  if (chosen->more.IsNull(0)) return wish;
  auto& preference = wish.preference;
  preference.set_push(chosen->more.Int(0) != 0);
  preference.set_popup(chosen->more.Int(1) != 0);
  preference.set_sound(chosen->more.Int(2) != 0);
  preference.set_urgency(static_cast<KindPreference::Urgency>(chosen->more.Int(3)));
  preference.set_in_quiet_hours(chosen->more.Int(4) != 0);
  return wish;
}

v1::Preferences Preferences::Get() { return Read(""); }

v1::Preferences Preferences::Lock() {
  db_.Execute("INSERT IGNORE INTO preferences (account_id, user_id, etag) VALUES (?, ?, ?)", account_id_, user_id_,
              kFirstEtag);
  return Read(" FOR UPDATE");
}

void Preferences::Save(const v1::Preferences& before, const v1::Preferences& after) {
  auto row = after;
  row.set_etag(before.etag() + 1);
  db_.Update("preferences", row, "WHERE account_id = ? AND user_id = ?", account_id_, user_id_);
  std::vector<KindPreference> changed;
  for (int i = 0; i < after.kinds_size(); ++i) {
    if (!Same(before.kinds(i), after.kinds(i))) changed.push_back(after.kinds(i));
  }
  for (const auto& preference : changed) {
    db_.Execute("DELETE FROM kind_preferences WHERE account_id = ? AND user_id = ? AND kind = ?", account_id_, user_id_,
                preference.kind());
  }
  db_.InsertMany("kind_preferences", {{"account_id", account_id_}, {"user_id", user_id_}}, changed);
}

v1::Preferences Preferences::Read(const std::string& lock) {
  auto preferences =
      db_.SelectOne<v1::Preferences>("SELECT {columns} FROM preferences WHERE account_id = ? AND user_id = ?" + lock,
                                     account_id_, user_id_)
          .value_or(v1::Preferences());
  if (preferences.etag() == 0) preferences.set_etag(kFirstEtag);
  if (!preferences.has_quiet_hours()) *preferences.mutable_quiet_hours() = UsualQuietHours();
  std::map<int, KindPreference> chosen;
  for (auto& preference : db_.Select<KindPreference>(
           "SELECT {columns} FROM kind_preferences WHERE account_id = ? AND user_id = ?", account_id_, user_id_)) {
    chosen.emplace(preference.kind(), std::move(preference));
  }
  for (const auto& kind : Kinds()) {
    if (!kind.has_preference) continue;
    const auto found = chosen.find(kind.kind);
    *preferences.add_kinds() = found == chosen.end() ? UsualOf(kind) : found->second;
  }
  return preferences;
}

}  // namespace voronka::notifier
