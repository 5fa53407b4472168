#include "notifier/preferences/preferences.h"

#include <map>

#include "notifier/preferences/usual_preferences.h"

namespace voronka::notifier {
namespace {

using v1::KindPreference;

constexpr int64_t kFirstEtag = 1;
bool Same(const KindPreference& a, const KindPreference& b) { return a.SerializeAsString() == b.SerializeAsString(); }

}  // namespace

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
    *preferences.add_kinds() = found == chosen.end() ? UsualPreference(kind) : found->second;
  }
  return preferences;
}

}  // namespace voronka::notifier
