#pragma once

#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "voronka/options/v1/access.pb.h"

namespace voronka::testing {

using Method = google::protobuf::MethodDescriptor;

// All files of Voronka's protos, by name. A new one is included automatically.
std::vector<const google::protobuf::FileDescriptor*> EveryFile();
// All methods of Voronka's services, by name. A new one is included automatically.
std::vector<const Method*> EveryMethod();
std::vector<const Method*> EveryMethodThat(const std::function<bool(const Method&)>& holds);

inline bool IsUnary(const Method& method) { return !method.server_streaming() && !method.client_streaming(); }
// May write: all methods that are not declared free of side effects.
bool Writes(const Method& method);
const options::v1::Access& AccessOf(const Method& method);

// The test name of a method, for example `DealService_MoveDeal`.
std::string NameOfTest(const ::testing::TestParamInfo<const Method*>& method);

}  // namespace voronka::testing
