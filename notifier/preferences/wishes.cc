#include "notifier/preferences/wishes.h"

#include "foundation/storage/select_by_ids.h"
#include "foundation/storage/stored_message.h"
#include "notifier/preferences/usual_preferences.h"

namespace voronka::notifier {

using v1::KindPreference;

Wishes::Wishes(storage::Connection& db, int64_t account_id, const std::vector<int64_t>& user_ids) {
  for (const auto& portion : storage::InPortions(user_ids)) {
    std::vector<storage::Value> values{account_id};
    values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    for (const auto& row : db.QueryWith(
             "SELECT p.user_id, p.quiet_hours, k.kind, k.push, k.popup, k.sound, k.urgency, k.in_quiet_hours "
             "FROM preferences p LEFT JOIN kind_preferences k ON k.account_id = p.account_id AND k.user_id = p.user_id "
             "WHERE p.account_id = ? AND p.user_id IN (" +
                 portion.placeholders + ")",
             values)) {
      Read(row);
    }
  }
}

Wish Wishes::For(int64_t user_id, const Kind& kind) const {
  const auto preference = preferences_.find({user_id, kind.kind});
  const auto quiet_hours = quiet_hours_.find(user_id);
  return {preference == preferences_.end() ? UsualPreference(kind) : preference->second,
          quiet_hours == quiet_hours_.end() ? UsualQuietHours() : quiet_hours->second};
}

void Wishes::Read(const storage::Row& row) {
  const int64_t user_id = row.Int(0);
  if (!row.IsNull(1)) quiet_hours_[user_id] = storage::Stored<v1::QuietHours>(row.Text(1));
  if (row.IsNull(2)) return;
  auto& preference = preferences_[{user_id, static_cast<int>(row.Int(2))}];
  preference.set_push(row.Bool(3));
  preference.set_popup(row.Bool(4));
  preference.set_sound(row.Bool(5));
  preference.set_urgency(static_cast<KindPreference::Urgency>(row.Int(6)));
  preference.set_in_quiet_hours(row.Bool(7));
}

}  // namespace voronka::notifier
