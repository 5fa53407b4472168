#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/notifier/v1/preference.pb.h"

namespace voronka::notifier {

// PreferenceService.UpdatePreferences. What waits for the end of the caller's quiet hours waits for that of the new
// ones; if they are off now, or it is outside them, for nothing.
v1::Preferences ChangePreferences(rpc::Session& session, const v1::UpdatePreferencesRequest& request);

}  // namespace voronka::notifier
