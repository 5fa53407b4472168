#include "foundation/program/version.h"

namespace voronka::process {

std::string_view Version() { return VORONKA_VERSION; }

}  // namespace voronka::process
