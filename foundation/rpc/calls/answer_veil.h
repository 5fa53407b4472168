#pragma once

#include <google/protobuf/message.h>

#include "foundation/rpc/calls/caller.h"

namespace voronka::storage {
class Connection;
}

namespace voronka::rpc {

// What of an answer its reader may not see, for a process that knows.
class AnswerVeil {
 public:
  virtual ~AnswerVeil() = default;
  // Takes that out of an answer, new or repeated, once the call is done. Changes nothing in the database.
  virtual void Hide(storage::Connection& db, const Caller& caller, google::protobuf::Message& answer) = 0;
};

}  // namespace voronka::rpc
