#include "notifier/preferences/preference_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"
#include "notifier/kinds/kinds.h"
#include "notifier/preferences/preferences.h"

namespace voronka::notifier {

using rpc::Session;
using v1::KindPreference;

namespace {

Preferences CallersPreferences(Session& session) {
  return Preferences(session.db, session.account_id(), session.caller.user_id);
}

KindPreference* PreferenceIn(v1::Preferences& preferences, v1::Notification::Kind kind) {
  auto& kinds = *preferences.mutable_kinds();
  const auto found = std::ranges::find(kinds, kind, &KindPreference::kind);
  return found == kinds.end() ? nullptr : &*found;
}

// Of the kinds, those that are not named stay as they were.
v1::Preferences Completed(const v1::Preferences& change, const v1::Preferences& before) {
  auto completed = change;
  *completed.mutable_kinds() = before.kinds();
  rpc::Violations violations;
  std::set<v1::Notification::Kind> named;
  for (int i = 0; i < change.kinds_size(); ++i) {
    const auto field = fmt::format("preferences.kinds[{}].kind", i);
    auto* preference = PreferenceIn(completed, change.kinds(i).kind());
    violations.AddUnless(preference != nullptr, "UNKNOWN_KIND", field,
                         {"There is no preference for this kind.", "Для уведомлений этого вида настройки нет."});
    violations.AddUnless(named.insert(change.kinds(i).kind()).second, "DUPLICATE_KIND", field,
                         {"The kind is named twice.", "Этот вид указан дважды."});
    if (preference == nullptr) continue;
    *preference = change.kinds(i);
    preference->clear_title();
  }
  violations.ThrowIfAny();
  return completed;
}

v1::Preferences Titled(v1::Preferences preferences, const std::string& locale) {
  for (auto& preference : *preferences.mutable_kinds()) {
    preference.set_title(KindOf(preference.kind()).title.In(locale));
  }
  return preferences;
}

}  // namespace

v1::Preferences GetPreferences(Session& session, const v1::GetPreferencesRequest&) {
  return Titled(CallersPreferences(session).Get(), session.caller.locale);
}

v1::Preferences UpdatePreferences(Session& session, const v1::UpdatePreferencesRequest& request) {
  auto preferences = CallersPreferences(session);
  const auto before = preferences.Lock();
  const auto after = rpc::Updated(before, Completed(request.preferences(), before), request);
  if (!after) return Titled(before, session.caller.locale);
  preferences.Save(before, *after);
  return Titled(preferences.Get(), session.caller.locale);
}

}  // namespace voronka::notifier
