#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/process/random.h"

namespace voronka::crm {

// What one-time codes are computed from and compared with.
struct TotpState {
  std::string secret;
  // The step of the last code that was accepted; 0: none.
  int64_t last_step = 0;
};

// The code as it is compared, in whichever way it is typed: letters and digits only, letters in upper case.
std::string PlainCode(const std::string& code);

// The time step of a right code: of now, or one step earlier or later, for clocks that differ. Nothing if the code is
// wrong, or not later than the last one accepted: whoever watches a code being typed cannot use it again.
std::optional<int64_t> AcceptedStep(const TotpState& state, const std::string& plain_code, int64_t now);

// 20 random bytes.
std::string NewTotpSecret(process::Random& random);

// Ten codes as people keep them, `abcd-efgh-ijkl-mnop`. They cannot be guessed, even by whoever knows their hashes.
std::vector<std::string> NewRecoveryCodes(process::Random& random);

}  // namespace voronka::crm
