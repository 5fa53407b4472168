#include "foundation/rpc/requests/created.h"

#include "foundation/rpc/requests/field_value.h"
#include "foundation/rpc/requests/output_fields.h"

namespace voronka::rpc {

void KeepWhatCallersSet(google::protobuf::Message& resource) {
  ClearOutputFields(resource);
  EmptyBlankTexts(resource);
}

}  // namespace voronka::rpc
