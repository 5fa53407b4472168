#pragma once

#include <google/protobuf/message.h>

#include <utility>

namespace voronka::rpc {

// Leaves what a request to create a resource may say: nothing that the system sets; what never changes afterwards
// stays. A text of blanks is an empty one.
void KeepWhatCallersSet(google::protobuf::Message& resource);

// The resource that a request wants to be created.
template <class Resource>
Resource Created(Resource wanted) {
  KeepWhatCallersSet(wanted);
  return wanted;
}

}  // namespace voronka::rpc
