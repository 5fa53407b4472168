#pragma once

namespace voronka::bench {

// Names the account in a call's metadata, for the floors, which read no tokens. The services do not know it.
inline constexpr char kAccountHeader[] = "bench-account";

}  // namespace voronka::bench
