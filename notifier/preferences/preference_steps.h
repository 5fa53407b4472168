#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/notifier/v1/preference.pb.h"

namespace voronka::notifier {

v1::Preferences GetPreferences(rpc::Session& session, const v1::GetPreferencesRequest& request);
v1::Preferences UpdatePreferences(rpc::Session& session, const v1::UpdatePreferencesRequest& request);

}  // namespace voronka::notifier
