#pragma once

#include <google/protobuf/descriptor.h>
#include <grpcpp/impl/codegen/proto_utils.h>
#include <grpcpp/impl/codegen/server_callback_handlers.h>
#include <grpcpp/impl/service_type.h>
#include <grpcpp/support/server_callback.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "foundation/rpc/calls/rpc.h"
#include "foundation/rpc/streams/feed.h"

namespace voronka::rpc {

// How a service answers one of its methods. The request type says which: each belongs to one method.
class Method {
 public:
  // A function or a lambda:
  //   Response (Session&, const Request&)                                      a unary call
  //   std::unique_ptr<FeedSource<Response>> (const Caller&, const Request&)    a server stream
  template <class Step>
  requires requires(Step step) { std::function(step); }
  Method(Step step) : Method(std::function(std::move(step))) {}  // NOLINT(google-explicit-constructor)
  // `ahead` is like the step of a unary call that writes, but returns nothing. It runs before the step's transaction,
  // for what none should be open for, such as asking another program; it changes nothing, and its error is the call's.
  template <class Ahead, class Step>
  Method(Ahead ahead, Step step) : Method(std::function(std::move(ahead)), std::function(std::move(step))) {}

  const google::protobuf::Descriptor* request() const { return request_; }
  // gRPC takes ownership from the caller.
  grpc::internal::MethodHandler* NewHandler(FeedHost& host) const { return new_handler_(host); }

 private:
  template <class Response, class Request>
  struct Unary {
    // Empty: there is none.
    std::function<void(Session&, const Request&)> ahead;
    std::function<Response(Session&, const Request&)> step;
  };

  template <class Response, class Request>
  explicit Method(std::function<Response(Session&, const Request&)> step)
      : Method(std::function<void(Session&, const Request&)>(), std::move(step)) {}

  template <class Response, class Request>
  Method(std::function<void(Session&, const Request&)> ahead, std::function<Response(Session&, const Request&)> step)
      : request_(Request::descriptor()) {
    auto unary = std::make_shared<Unary<Response, Request>>();
    unary->ahead = std::move(ahead);
    unary->step = std::move(step);
    new_handler_ = [unary = std::move(unary)](FeedHost& host) {
      return new grpc::internal::CallbackUnaryHandler<Request, Response>(
          [unary, &host](grpc::CallbackServerContext* context, const Request* request, Response* response) {
            Rpc::Body before;
            if (unary->ahead) {
              before = [unary = unary.get(), request](Session& session) { unary->ahead(session, Known(request)); };
            }
            const auto body = [unary = unary.get(), request, response](Session& session) {
              *response = unary->step(session, Known(request));
            };
            return host.rpc.Run(context, request, response, body, std::move(before));
          });
    };
  }

  template <class Response, class Request>
  explicit Method(std::function<std::unique_ptr<FeedSource<Response>>(const Caller&, const Request&)> open)
      : request_(Request::descriptor()) {
    new_handler_ = [open = std::move(open)](FeedHost& host) {
      return new grpc::internal::CallbackServerStreamingHandler<Request, Response>(
          [open, &host](grpc::CallbackServerContext* context, const Request* request) {
            return Feed<Response>::Open(host, context, *request,
                                        [&](const Caller& caller) { return open(caller, Known(request)); });
          });
    };
  }

  // The request without the fields that this release does not know. Nobody checks those, so they must not get into
  // rows, events and answers. Dropped only here, after the request's key has been made: to a replica that knows them, a
  // retry is the same request.
  template <class Request>
  static const Request& Known(const Request* request) {
    // gRPC has made it for this call alone, and gives it to nobody else.
    const_cast<Request*>(request)->DiscardUnknownFields();
    return *request;
  }

  const google::protobuf::Descriptor* request_;
  std::function<grpc::internal::MethodHandler*(FeedHost&)> new_handler_;
};

// A gRPC service built from its descriptor and one step per method. protoc would generate a class with one signature
// per method instead, which every program that serves or tests it would have to compile.
class Service final : public grpc::Service {
 public:
  // `name` is for example `voronka.crm.v1.DealService`. Throws std::logic_error unless each method has exactly one
  // step.
  Service(FeedHost& host, const std::string& name, const std::vector<Method>& methods);

 private:
  void Add(FeedHost& host, const google::protobuf::MethodDescriptor& descriptor, const Method& method);

  // gRPC keeps pointers to them.
  std::vector<std::unique_ptr<const std::string>> paths_;
};

using Services = std::vector<std::unique_ptr<grpc::Service>>;

inline std::unique_ptr<grpc::Service> MakeService(FeedHost& host, const std::string& name,
                                                  const std::vector<Method>& methods) {
  return std::make_unique<Service>(host, name, methods);
}

// In the form that ServiceHost::Serve takes.
std::vector<grpc::Service*> PointersTo(const Services& services);

}  // namespace voronka::rpc
