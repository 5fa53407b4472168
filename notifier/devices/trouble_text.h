#pragma once

#include <string>

#include "notifier/devices/refusal.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::notifier {

// Why a push service took nothing, as the end of a sentence: `нет связи со службой уведомлений`. Admins are also told
// what it answered, or what libcurl says, in whichever language that is. Empty: nothing is known to be wrong.
std::string TroubleText(const Refusal& refusal, const std::string& locale, options::v1::Role reader);

}  // namespace voronka::notifier
