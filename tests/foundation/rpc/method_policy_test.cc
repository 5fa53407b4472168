#include "foundation/rpc/calls/method_policy.h"

#include <gtest/gtest.h>

#include "foundation/rpc/requests/error.h"
#include "note_service.pb.h"
#include "sheet.pb.h"

namespace voronka::rpc {
namespace {

using namespace notes::v1;

template <class Request>
const MethodPolicy& PolicyOf() {
  return MethodPolicy::OfRequest(*Request::descriptor());
}

Caller Person(options::v1::Role role) {
  Caller caller;
  caller.account_id = 1;
  caller.user_id = 2;
  caller.role = role;
  return caller;
}

Caller Service(const std::string& name, int64_t account_id) {
  Caller caller;
  caller.account_id = account_id;
  caller.role = options::v1::ROLE_SERVICE;
  caller.service = name;
  return caller;
}

// Why the caller may not call it; empty if it may.
template <class Request>
std::string Refusal(const Caller& caller) {
  try {
    PolicyOf<Request>().CheckMayCall(caller);
  } catch (const Error& error) {
    return error.reason();
  }
  return "";
}

TEST(MethodPolicies, AllowTheRolesOfTheAudience) {
  EXPECT_EQ(Refusal<GetNoteRequest>(Person(options::v1::ROLE_MANAGER)), "");
  EXPECT_EQ(Refusal<AuditNotesRequest>(Person(options::v1::ROLE_ADMIN)), "");
  EXPECT_EQ(Refusal<AuditNotesRequest>(Person(options::v1::ROLE_DIRECTOR)), "ROLE_NOT_ALLOWED");
}

TEST(MethodPolicies, RefuseEveryUserWithoutAnAudience) {
  EXPECT_EQ(Refusal<CountNotesRequest>(Person(options::v1::ROLE_ADMIN)), "ROLE_NOT_ALLOWED");
}

TEST(MethodPolicies, RefuseAUserWithoutARole) {
  EXPECT_EQ(Refusal<GetNoteRequest>(Person(options::v1::ROLE_UNSPECIFIED)), "ROLE_NOT_ALLOWED");
}

TEST(MethodPolicies, GuardWritesThatOnlySomeRolesMayDo) {
  EXPECT_TRUE(PolicyOf<AuditNotesRequest>().guarded);
  EXPECT_FALSE(PolicyOf<AddNoteRequest>().guarded) << "every user may";
  EXPECT_FALSE(PolicyOf<GetNoteRequest>().guarded) << "it only reads";
  EXPECT_FALSE(PolicyOf<CountNotesRequest>().guarded) << "no person may";
  EXPECT_FALSE(PolicyOf<ShowNoteRequest>().guarded) << "everybody may";
}

TEST(MethodPolicies, AllowANamedService) {
  EXPECT_EQ(Refusal<GetNoteRequest>(Service("robot", 1)), "");
  EXPECT_EQ(Refusal<AuditNotesRequest>(Service("auditor", 1)), "");
}

TEST(MethodPolicies, RefuseAServiceThatIsNotNamed) {
  EXPECT_EQ(Refusal<GetNoteRequest>(Service("auditor", 1)), "SERVICE_NOT_ALLOWED");
  EXPECT_EQ(Refusal<AuditNotesRequest>(Service("robot", 1)), "SERVICE_NOT_ALLOWED");
  EXPECT_EQ(Refusal<GetNoteRequest>(Service("", 1)), "SERVICE_NOT_ALLOWED");
}

TEST(MethodPolicies, RefuseEveryServiceIfNoneIsNamed) {
  EXPECT_EQ(Refusal<ListNotesRequest>(Service("robot", 1)), "SERVICE_NOT_ALLOWED");
  EXPECT_EQ(Refusal<RenewNoteRequest>(Service("auditor", 1)), "SERVICE_NOT_ALLOWED");
}

TEST(MethodPolicies, RequireAnAccountUnlessTheMethodNeedsNone) {
  EXPECT_EQ(Refusal<GetNoteRequest>(Service("robot", 0)), "ACCOUNT_REQUIRED");
  EXPECT_EQ(Refusal<CountNotesRequest>(Service("robot", 0)), "");
}

TEST(MethodPolicies, AllowEverybodyToCallAPublicMethod) { EXPECT_EQ(Refusal<ShowNoteRequest>(Caller()), ""); }

TEST(MethodPolicies, DistinguishWritesFromReads) {
  EXPECT_FALSE(PolicyOf<GetNoteRequest>().writes);
  EXPECT_TRUE(PolicyOf<AddNoteRequest>().writes);
}

TEST(MethodPolicies, FindTheRequestId) {
  ASSERT_NE(PolicyOf<AddNoteRequest>().request_id, nullptr);
  EXPECT_EQ(PolicyOf<AddNoteRequest>().request_id->name(), "request_id");
  EXPECT_EQ(PolicyOf<RenewNoteRequest>().request_id, nullptr);
}

TEST(MethodPolicies, UseTheFullNameOfAMethod) {
  EXPECT_EQ(PolicyOf<AddNoteRequest>().name, "voronka.notes.v1.NoteService.AddNote");
}

TEST(MethodPolicies, ExistOnlyForRequests) {
  EXPECT_THROW(MethodPolicy::OfRequest(*Sheet::descriptor()), std::logic_error);
}

}  // namespace
}  // namespace voronka::rpc
