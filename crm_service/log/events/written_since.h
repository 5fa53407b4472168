#pragma once

#include <google/protobuf/descriptor.h>

#include <cstdint>
#include <vector>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Tells which resources of the account others have written since it was made. Whoever looks through many rows while
// others write, looks at these again under the lock that keeps writers off.
class WrittenSince {
 public:
  explicit WrittenSince(rpc::Session& session);

  // Those whose changes are committed. Each once, in order.
  std::vector<int64_t> IdsOf(const google::protobuf::Descriptor& type) const;

 private:
  // The last offset of the account's partition that was committed.
  int64_t Head() const;

  rpc::Session& session_;
  const int64_t head_;
};

}  // namespace voronka::crm
