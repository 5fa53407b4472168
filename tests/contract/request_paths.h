#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <string>
#include <vector>

namespace voronka::testing {

// A field that a caller may set, by the way that leads to it from the request.
struct RequestPath {
  std::vector<const google::protobuf::FieldDescriptor*> fields;

  const google::protobuf::FieldDescriptor& field() const { return *fields.back(); }
  // As violations name it; of a repeated message on the way, the first item: `pipeline.stages[0].name`.
  std::string text() const;
  // Its message comes with an update mask: nothing in it is required.
  bool IsPartOfUpdate() const;
};

// Of every message that the request holds too, each field; not those that the system sets.
std::vector<RequestPath> SettablePaths(const google::protobuf::Descriptor& request);

// The message that has the field; made where the request does not hold it yet.
google::protobuf::Message& OwnerOf(const RequestPath& path, google::protobuf::Message& request);

// Those of protobuf's own, which a field's rules are told of as a whole.
bool IsWellKnown(const google::protobuf::Descriptor& message);

}  // namespace voronka::testing
