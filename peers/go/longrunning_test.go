// SPDX-License-Identifier: Apache-2.0

package peers

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"time"

	"cloud.google.com/go/longrunning"
	lro "cloud.google.com/go/longrunning/autogen"
	"cloud.google.com/go/longrunning/autogen/longrunningpb"
	"github.com/googleapis/gax-go/v2/apierror"
	"google.golang.org/api/iterator"
	"google.golang.org/api/option"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/types/known/emptypb"
)

const parent = "projects/p/locations/l"

func name(id string) string {
	return parent + "/operations/" + id
}

// operationsClient is what the Cloud client libraries for Go follow operations with. It cannot read metadata whose type
// is in a module that it does not know: where all services are served, operations of locations have none.
func operationsClient(t *testing.T) (context.Context, *lro.OperationsClient) {
	t.Helper()
	ctx := limited(t)
	client, err := lro.NewOperationsRESTClient(
		ctx, option.WithEndpoint(fakeServer(t)), option.WithHTTPClient(http.DefaultClient))
	check(t, err)
	t.Cleanup(func() { client.Close() })
	return ctx, client
}

func limited(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestLongrunning(t *testing.T) {
	ctx, client := operationsClient(t)

	get := func(t *testing.T, id string) *longrunningpb.Operation {
		t.Helper()
		found, err := client.GetOperation(ctx, &longrunningpb.GetOperationRequest{Name: name(id)})
		check(t, err)
		return found
	}
	// As a library has it from the call that began the operation.
	follow := func(id string) *longrunning.Operation {
		return longrunning.InternalNewOperation(client, &longrunningpb.Operation{Name: name(id)})
	}

	t.Run("gets", func(t *testing.T) {
		if found := get(t, "done-get"); found.Name != name("done-get") || !found.Done {
			t.Errorf("got %v", found)
		}
	})

	t.Run("lists all pages", func(t *testing.T) {
		get(t, "done-page-a")
		get(t, "done-page-b")
		pages := client.ListOperations(ctx, &longrunningpb.ListOperationsRequest{
			Name: parent + "/operations", PageSize: 1, Filter: "done=true"})
		listed := map[string]bool{}
		for {
			next, err := pages.Next()
			if errors.Is(err, iterator.Done) {
				break
			}
			check(t, err)
			listed[next.Name] = true
		}
		if !listed[name("done-page-a")] || !listed[name("done-page-b")] {
			t.Errorf("listed %v", listed)
		}
	})

	t.Run("cancels", func(t *testing.T) {
		check(t, client.CancelOperation(ctx, &longrunningpb.CancelOperationRequest{Name: name("cancels-0-a")}))
		if code := codes.Code(get(t, "cancels-0-a").GetError().GetCode()); code != codes.Canceled {
			t.Errorf("ended with %v", code)
		}
	})

	t.Run("waits for the end", func(t *testing.T) {
		check(t, follow("runs-200-a").WaitWithInterval(ctx, &emptypb.Empty{}, 50*time.Millisecond))
	})

	t.Run("waits for the end of a cancelled one", func(t *testing.T) {
		operation := follow("cancels-200-a")
		check(t, operation.Cancel(ctx))
		err := operation.WaitWithInterval(ctx, nil, 50*time.Millisecond)
		var failed *apierror.APIError
		if !errors.As(err, &failed) || failed.GRPCStatus().Code() != codes.Canceled {
			t.Errorf("ended with %v", err)
		}
	})

	t.Run("deletes", func(t *testing.T) {
		get(t, "done-delete")
		check(t, follow("done-delete").Delete(ctx))
		_, err := client.GetOperation(ctx, &longrunningpb.GetOperationRequest{Name: name("done-delete")})
		var failed *apierror.APIError
		if !errors.As(err, &failed) || failed.HTTPCode() != http.StatusNotFound {
			t.Errorf("got %v", err)
		}
	})
}
