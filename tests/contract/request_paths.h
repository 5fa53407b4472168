#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <string>
#include <vector>

namespace voronka::testing {

// A field that a caller may set, with its path from the request.
struct RequestPath {
  std::vector<const google::protobuf::FieldDescriptor*> fields;

  const google::protobuf::FieldDescriptor& field() const { return *fields.back(); }
  // As violations name it; for repeated messages on the path, the first item: `pipeline.stages[0].name`.
  std::string text() const;
  // One of several members of a `oneof` on the path, and not the first: it would take the place of that.
  bool IsAlternative() const;
  // Its message comes with an update mask, so nothing in it is required.
  bool IsPartOfUpdate() const;
};

// All fields of the request and of nested messages, except output-only ones.
std::vector<RequestPath> SettablePaths(const google::protobuf::Descriptor& request);

// The message that contains the field; created if the request does not have it yet.
google::protobuf::Message& OwnerOf(const RequestPath& path, google::protobuf::Message& request);

// Well-known types of protobuf, whose fields are validated as a whole.
bool IsWellKnown(const google::protobuf::Descriptor& message);

}  // namespace voronka::testing
